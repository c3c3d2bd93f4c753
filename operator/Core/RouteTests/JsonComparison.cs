using System.Text.Json;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.RouteTests;

/// <summary>Compares JSON by meaning: the order of members and the writing of numbers do not matter.</summary>
/// <param name="partly">Whether objects may have members that are not expected.</param>
internal sealed class JsonComparison(bool partly, DifferenceBag differences)
{
    public void Compare(string field, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object) CompareObjects(field, expected, actual);
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array) CompareArrays(field, expected, actual);
        else if (DocumentsOf(expected, actual) is var (wanted, found)) Compare(field, wanted, found);
        else if (!JsonElement.DeepEquals(expected, actual)) differences.Add(field, Written(expected), Written(actual));
    }

    /// <summary>Two texts that are documents, such as the <c>Detail</c> of an event: they mean the same however they are written.</summary>
    private static (JsonElement Expected, JsonElement Actual)? DocumentsOf(JsonElement expected, JsonElement actual) =>
        DocumentOf(expected) is { } wanted && DocumentOf(actual) is { } found ? (wanted, found) : null;

    private static JsonElement? DocumentOf(JsonElement text) =>
        text.ValueKind == JsonValueKind.String && BoundedJson.Parse(text.GetString()!) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } document ? document : null;

    /// <summary>Without the escapes that only some writers make.</summary>
    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonTexts.Quote(value.GetString()!) : value.GetRawText();

    private void CompareObjects(string field, JsonElement expected, JsonElement actual)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (actual.TryGetProperty(member.Name, out var found)) Compare($"{field}.{member.Name}", member.Value, found);
            else differences.Add($"{field}.{member.Name}", $"expected {Shown.Of(member.Value.GetRawText())}, but it is not there");
        }
        if (partly) return;
        foreach (var member in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(member.Name, out _))
                differences.Add($"{field}.{member.Name}", $"is there with {Shown.Of(member.Value.GetRawText())}, but not expected");
        }
    }

    private void CompareArrays(string field, JsonElement expected, JsonElement actual)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            differences.Add(field, expected.GetRawText(), actual.GetRawText());
            return;
        }
        var index = 0;
        foreach (var (wanted, found) in expected.EnumerateArray().Zip(actual.EnumerateArray())) Compare($"{field}[{index++}]", wanted, found);
    }
}
