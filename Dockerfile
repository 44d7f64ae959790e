# The server and the command line on Debian 12, built by the scripts that developers run.
#   docker build -t gainsay .
#   docker run -p 127.0.0.1:7420:7420 -v gainsay:/var/lib/gainsay gainsay

FROM debian:12 AS build
WORKDIR /src
COPY tools/packages tools/setup tools/
RUN tools/setup build
COPY . .
RUN tools/build release gainsayd gainsay

FROM debian:12
COPY tools/packages tools/setup /tmp/tools/
RUN /tmp/tools/setup runtime && rm -rf /tmp/tools /var/lib/apt/lists/*
RUN useradd --system --user-group --home-dir /var/lib/gainsay --create-home gainsay
COPY --from=build /src/build/release/bin/gainsayd /src/build/release/bin/gainsay /usr/local/bin/
USER gainsay
WORKDIR /var/lib/gainsay
VOLUME /var/lib/gainsay
EXPOSE 7420
# Answers only while the server serves.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["gainsay", "status"]
# A container's loopback is of no use outside it, so the server listens on every address of the container.
# It refuses to do so without TLS and credentials unless told that this is meant: who reaches the port is
# decided by whoever publishes it. Publish it to loopback, as above, or behind something that authenticates.
ENTRYPOINT ["gainsayd", "--data-dir", "/var/lib/gainsay/data", "--listen", "0.0.0.0:7420", "--insecure"]
