using System.Text.Json.Serialization;

namespace DirectRoute.Operator.Resources;

/// <summary>How the four kinds are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AwsAccount))]
[JsonSerializable(typeof(DirectApi))]
[JsonSerializable(typeof(DirectRouteResource))]
[JsonSerializable(typeof(IntegrationRole))]
internal sealed partial class ResourcesJsonContext : JsonSerializerContext;
