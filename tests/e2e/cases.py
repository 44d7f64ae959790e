"""Small cases, as the records of an import."""

QUESTION = "topics/t/questions/q"


def party(name, **more):
    return {"entity": {"name": f"entities/{name}", **more}}


def claim(by, value, **more):
    return {"claim": {"question": QUESTION, "party": f"entities/{by}", "value": value, **more}}


def amount(number, bound="EXACT", unit=""):
    quantity = {"amount": number, "bound": bound}
    if unit:
        quantity["unit"] = unit
    return {"quantity": quantity}


def case(value_type, claims, unit="", more=(), **question):
    """One question, the claims on it, and the parties that make them."""
    if unit:
        question["unit"] = unit
    parties = sorted({record["claim"]["party"] for record in claims})
    return [
        *({"entity": {"name": name, "kind": "ORGANISATION"}} for name in parties),
        *more,
        {"topic": {"name": "topics/t", "title": "A matter"}},
        {"question": {"name": QUESTION, "title": "What?", "valueType": value_type, **question}},
        *claims,
    ]
