using System.Text.Json.Serialization;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Manifests;

/// <summary>How specifications are read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AwsAccountSpec))]
[JsonSerializable(typeof(DirectApiSpec))]
[JsonSerializable(typeof(DirectRouteSpec))]
[JsonSerializable(typeof(IntegrationRoleSpec))]
internal sealed partial class ManifestsJsonContext : JsonSerializerContext;
