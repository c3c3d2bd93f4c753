using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DirectRoute.Kubernetes.Serialization;

/// <summary>
/// How objects of the Kubernetes API are written as JSON: camel case, null left out, unknown members ignored, times in UTC and whole seconds.
/// A member that is neither nullable nor there makes the object undecodable, with the path of the member.
/// </summary>
/// <remarks>
/// Source-generated code sets every <c>init</c> member, also those that the JSON lacks, so that an initialiser such as <c>= []</c> is lost.
/// A member with a default needs nullable type, <c>required</c> with a default in the schema, or <c>init => field = value ?? []</c>.
/// </remarks>
public static class KubernetesJson
{
    /// <summary>How deep JSON may nest.</summary>
    internal const int MaxDepth = 128;

    /// <summary>The options for this library's kinds and those of <paramref name="types"/>.</summary>
    public static JsonSerializerOptions CreateOptions(params IReadOnlyList<IJsonTypeInfoResolver> types)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. types, KubernetesJsonContext.Default]),
            Converters = { new TimeConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The description of <typeparamref name="T"/> in <paramref name="options"/>.</summary>
    /// <exception cref="InvalidOperationException">No source-generated context knows the type.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(this JsonSerializerOptions options) =>
        options.TryGetTypeInfo(typeof(T), out var info)
            ? (JsonTypeInfo<T>)info
            : throw new InvalidOperationException($"No JsonSerializerContext given to the client knows {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to one.");
}
