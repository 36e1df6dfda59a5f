# syntax=docker/dockerfile:1
# SPDX-License-Identifier: Apache-2.0
#
# The image of a Spring Boot jar as it is, from the image folder that local mode runs (highlands images and up make it):
#
#   docker buildx build -f services/jar.Dockerfile .highlands/images/orders/target/image
#
# Nothing is run in the build, so any machine builds it for any processor. There is no AOT cache. The container needs no more than a
# read-only root and a writable /tmp.

# The same as in Dockerfile.
ARG JRE_IMAGE=docker.io/library/eclipse-temurin:25.0.4.1_1-jre-noble@sha256:d9a39a23634650173f1e2bbc176227af9728587ecf0f4b62d53e9355cd7a19ab

FROM ${JRE_IMAGE}
WORKDIR /app
COPY app/agents /app/agents
COPY app/launch app/jvm.options app/app.jar /app/
ENV BIND_ADDRESS=0.0.0.0:3000
EXPOSE 3000
VOLUME /tmp
USER 10001:10001
ENTRYPOINT ["/app/launch"]
