using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon;
using Amazon.Runtime;

namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>
/// Turns the metadata that System.Text.Json generates at build time into the description of a service's shapes: which member
/// travels where, and under which name. It is reflection that survives trimming.
/// </summary>
internal static class Shape
{
    /// <summary>The serializer options of a service.</summary>
    /// <param name="shapes">The generated metadata of every request and response.</param>
    /// <param name="naming">How a property's name becomes the name in the body; null when they are the same.</param>
    public static JsonSerializerOptions Options(IJsonTypeInfoResolver shapes, JsonNamingPolicy? naming) => new()
    {
        TypeInfoResolver = shapes.WithAddedModifier(type => Describe(type, naming)),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimestampConverter() },
    };

    /// <summary>Where a member travels; null when it is in the body.</summary>
    public static LocationAttribute? Location(this JsonPropertyInfo member) => Attribute<LocationAttribute>(member);

    /// <summary>Whether a member's value is to be sent: not null and, where collections start out empty, not empty.</summary>
    public static bool IsSet(object? value) => value switch
    {
        null => false,
        string => true,
        ICollection { Count: 0 } => !AWSConfigs.InitializeCollections,
        _ => true,
    };

    // Names are given here rather than by JsonPropertyName or a naming policy, because PutIntegration's HttpMethod (in the path) and
    // IntegrationHttpMethod ("httpMethod" in the body) would collide there.
    private static void Describe(JsonTypeInfo type, JsonNamingPolicy? naming)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var member = type.Properties[i];
            if (member.DeclaringType == typeof(AmazonWebServiceResponse) || member.DeclaringType == typeof(AmazonWebServiceRequest))
                type.Properties.RemoveAt(i);
            else if (member.Location() is { } location)
                LeaveOutOfBody(member, location);
            else
                NameInBody(member, naming);
        }
    }

    private static void LeaveOutOfBody(JsonPropertyInfo member, LocationAttribute location)
    {
        member.Name = $"{location.GetType().Name}:{member.Name}";
        member.ShouldSerialize = static (_, _) => false;
    }

    private static void NameInBody(JsonPropertyInfo member, JsonNamingPolicy? naming)
    {
        member.Name = Attribute<WireNameAttribute>(member)?.Name ?? naming?.ConvertName(member.Name) ?? member.Name;
        member.ShouldSerialize = static (_, value) => IsSet(value);
    }

    private static T? Attribute<T>(JsonPropertyInfo member) where T : Attribute =>
        member.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true) is [T attribute, ..] ? attribute : null;
}
