"""Reads grpc-status-details-bin by its wire format alone: Debian packages no google.rpc messages."""


def _varint(message, at):
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def fields_of(message):
    """The values of a message's fields by number: integers, or bytes; of a repeated field, the last."""
    return {number: values[-1] for number, values in _all_fields_of(message).items()}


def _all_fields_of(message):
    fields, at = {}, 0
    while at < len(message):
        key, at = _varint(message, at)
        value, at = _varint(message, at)
        if key & 7 == 2:
            value, at = message[at:at + value], at + value
        fields.setdefault(key >> 3, []).append(value)
    return fields


def details_of(error):
    """The details of a grpc.RpcError's google.rpc.Status, by the last part of their type's name."""
    status = dict(error.trailing_metadata())["grpc-status-details-bin"]
    details = [fields_of(each) for each in _all_fields_of(status)[3]]
    return {each[1].decode().removeprefix("type.googleapis.com/google.rpc."): fields_of(each[2])
            for each in details}
