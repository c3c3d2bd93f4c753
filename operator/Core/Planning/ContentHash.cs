using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Identifies what a deployment of a REST API holds: its routes and all that they need, not its stages, name or tags.</summary>
public static partial class ContentHash
{
    private const string DescriptionPrefix = "directroute sha256:";
    private const string PartsPrefix = " with ";
    private const int HexDigits = 64;
    private static readonly int Length = DescriptionPrefix.Length + HexDigits;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of an API's content: 64 hex digits. Equivalent APIs have equal hashes.</summary>
    public static string Of(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var content = ApiContent.Of(api);
        // An API with nothing but routes keeps the hash that deployments made before there was more.
        var json = content.IsRoutesOnly()
            ? JsonSerializer.SerializeToUtf8Bytes(content.Routes, ContentContext.Default.Routes)
            : JsonSerializer.SerializeToUtf8Bytes(content, ContentContext.Default.ApiContent);
        return Convert.ToHexStringLower(SHA256.HashData(json));
    }

    /// <summary>The description of a deployment that holds this content.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="parts">What it holds besides routes: by it the next look knows where to look.</param>
    public static string Describe(string hash, ApiParts parts) => parts == ApiParts.None ? DescriptionPrefix + hash : $"{DescriptionPrefix}{hash}{PartsPrefix}{parts}";

    /// <summary>The hash in a deployment's description, or null when somebody else wrote it.</summary>
    public static string? FromDescription(string? description) =>
        description is not null && description.StartsWith(DescriptionPrefix, StringComparison.Ordinal)
        && description.Length >= Length && description.AsSpan(DescriptionPrefix.Length, HexDigits).IndexOfAnyExcept(Hex) < 0
        && (description.Length == Length || PartsIn(description) is not null)
            ? description[DescriptionPrefix.Length..Length]
            : null;

    /// <summary>What a deployment holds besides routes, by its description; nothing when somebody else wrote it.</summary>
    public static ApiParts PartsFromDescription(string? description) =>
        FromDescription(description) is null || description!.Length == Length ? ApiParts.None : PartsIn(description)!.Value;

    private static ApiParts? PartsIn(string description) =>
        description.AsSpan(Length).StartsWith(PartsPrefix, StringComparison.Ordinal)
        && Enum.TryParse<ApiParts>(description.AsSpan(Length + PartsPrefix.Length), out var parts)
            ? parts & ApiParts.All
            : null;

    // Unset fields are left out, so that a field added to the model leaves the hash of what does not use it.
    [JsonSourceGenerationOptions(
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true,
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(ApiContent))]
    [JsonSerializable(typeof(ValueList<RouteModel>), TypeInfoPropertyName = "Routes")]
    private sealed partial class ContentContext : JsonSerializerContext;
}
