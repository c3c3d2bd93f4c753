using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.ControlPlane;

/// <summary>One call of an operation.</summary>
/// <param name="Region">What the caller's account holds in the region.</param>
/// <param name="Path">The values of the path's variables.</param>
/// <param name="Query">The query string.</param>
/// <param name="Body">The body, perhaps empty.</param>
/// <param name="Now">When the call came.</param>
internal sealed record OperationCall(RegionState Region, IReadOnlyDictionary<string, string> Path, IQueryCollection Query, ReadOnlyMemory<byte> Body, DateTimeOffset Now)
{
    /// <summary>Reads the body; false with AWS's error when it is not what the operation takes.</summary>
    public bool TryRead<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Answer? error)
        where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize(Body.IsEmpty ? "{}"u8 : Body.Span, type);
            error = value is null ? Answer.Error(400, "SerializationException", "") : null;
        }
        catch (JsonException)
        {
            (value, error) = (null, Answer.Error(400, "SerializationException", ""));
        }
        return error is null;
    }
}
