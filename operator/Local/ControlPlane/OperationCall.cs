using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.ControlPlane;

/// <summary>One call of an operation.</summary>
/// <param name="Region">What the caller's account holds in the region.</param>
/// <param name="Path">The values of the path's variables.</param>
/// <param name="Query">The query string.</param>
/// <param name="Body">The body, perhaps empty.</param>
/// <param name="Accept">Which type of answer is wanted, where there is a choice; perhaps empty.</param>
/// <param name="Now">When the call came.</param>
internal sealed record OperationCall(RegionState Region, IReadOnlyDictionary<string, string> Path, IQueryCollection Query, ReadOnlyMemory<byte> Body, string Accept, DateTimeOffset Now)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The body, or AWS's error when it is not what the operation takes. No body is an object without members.</summary>
    public Outcome<T> Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (!Utf8.IsValid(Body.Span)) return Malformed("");
        try
        {
            var body = JsonNode.Parse(Body.IsEmpty ? "{}"u8 : Body.Span, documentOptions: Strict);
            return Nulls.AreHarmless(body) ? body.Deserialize(type).Or(Malformed("")) : Malformed("");
        }
        catch (JsonException e)
        {
            return Malformed(IsNumberForText(e) ? "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String" : "");
        }
        catch (InvalidOperationException)
        {
            return Malformed(""); // half of a surrogate pair: JSON can write it, no text can hold it
        }
    }

    /// <summary>Recorded on AWS are the words for a number that stands for a text, and for no other mistake of the kind.</summary>
    private static bool IsNumberForText(JsonException e) =>
        e.InnerException is InvalidOperationException && e.Message.Contains(typeof(string).FullName!, StringComparison.Ordinal);

    private static Answer Malformed(string message) => Answer.Error(400, "SerializationException", message);
}
