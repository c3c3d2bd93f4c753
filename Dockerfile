# syntax=docker/dockerfile:1
# docker build -t direct-operator:0.1.0 .
# Another registry's base images: --build-arg SDK_IMAGE=... --build-arg RUNTIME_IMAGE=...
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0-noble
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

# Builds on the builder's own platform for the target's: no emulation.
FROM --platform=$BUILDPLATFORM ${SDK_IMAGE} AS build
ARG TARGETARCH=amd64
ARG VERSION=0.1.0
WORKDIR /src
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY operator/ operator/
# Every package is checked against the lock files before anything is built; the second restore adds the target's native code compiler.
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore operator/Operator --locked-mode && \
    dotnet publish operator/Operator --configuration Release --os linux --arch ${TARGETARCH} --no-self-contained \
      -p:PublishReadyToRun=true -p:PublishDocumentationFiles=false -p:VersionPrefix=${VERSION} --output /app

# No shell, no package manager, not root.
FROM ${RUNTIME_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="direct-operator" \
      org.opencontainers.image.description="API Gateway routes that call AWS services directly, declared in Kubernetes" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
COPY --from=build /app .
# One controller needs no heap per core: it lives in a small memory limit.
ENV DOTNET_gcServer=0
USER 1654:1654
EXPOSE 8080
ENTRYPOINT ["dotnet", "DirectRoute.Operator.dll"]
