using System.Text.Json.Serialization;

namespace DirectRoute.Local.Protocol;

/// <summary>The body of an error.</summary>
internal sealed record ErrorBody(string Message);

/// <summary>What the protocol itself writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
