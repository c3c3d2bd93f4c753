using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.RouteTests;

/// <summary>Compares a body with what a test says of it.</summary>
internal sealed class BodyComparison(DifferenceBag differences)
{
    /// <summary>A body that is text, JSON or a form.</summary>
    /// <param name="isForm">Whether its content type is that of forms.</param>
    /// <param name="partly">Whether it may hold more than is expected.</param>
    public void Compare(string field, JsonNode? expected, string actual, bool isForm, bool partly)
    {
        if (expected is null) return;
        if (JsonTrees.Read(expected) is not { } value) differences.Add(field, "cannot be read: it nests too deep");
        else if (value.ValueKind == JsonValueKind.String) CompareText(field, value.GetString()!, actual, partly);
        else if (isForm) CompareFields(field, value, Forms.Read(actual), partly);
        else if (BoundedJson.Parse(actual) is { } json) new JsonComparison(partly, differences).Compare(field, value, json);
        else differences.Add(field, $"expected JSON, but the body is {Described(actual)}");
    }

    /// <summary>The parameters of a first-class service, or the fields of a form: texts by name. A text is expected as it is, anything else as its JSON.</summary>
    public void CompareFields(string field, JsonNode? expected, ValueMap<string> actual, bool partly)
    {
        if (expected is null) return;
        if (JsonTrees.Read(expected) is { } value) CompareFields(field, value, actual, partly);
        else differences.Add(field, "cannot be read: it nests too deep");
    }

    private void CompareFields(string field, JsonElement expected, ValueMap<string> actual, bool partly)
    {
        if (expected.ValueKind != JsonValueKind.Object)
        {
            differences.Add(field, "is compared by name: expect an object");
            return;
        }
        foreach (var member in expected.EnumerateObject())
        {
            if (actual.TryGetValue(member.Name, out var found)) CompareField($"{field}.{member.Name}", member.Value, found, partly);
            else differences.Add($"{field}.{member.Name}", $"expected {Shown.Of(member.Value.GetRawText())}, but it is not there");
        }
        if (partly) return;
        foreach (var (name, text) in actual)
        {
            if (!expected.TryGetProperty(name, out _)) differences.Add($"{field}.{name}", $"is there with {Shown.Of(JsonTexts.Quote(text))}, but not expected");
        }
    }

    private void CompareField(string field, JsonElement expected, string actual, bool partly)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() != actual) differences.Add(field, expected.GetRawText(), JsonTexts.Quote(actual));
        if (expected.ValueKind == JsonValueKind.String) return;
        if (BoundedJson.Parse(actual) is { } json) new JsonComparison(partly, differences).Compare(field, expected, json);
        else differences.Add(field, expected.GetRawText(), JsonTexts.Quote(actual));
    }

    /// <summary>Text is compared without the white space around it. Text that is JSON, as some like to write their bodies, is compared by meaning.</summary>
    private void CompareText(string field, string expected, string actual, bool partly)
    {
        if (partly ? actual.Contains(expected, StringComparison.Ordinal) : actual.AsSpan().Trim().SequenceEqual(expected.AsSpan().Trim())) return;
        if (BoundedJson.Parse(actual) is not { } json)
        {
            differences.Add(field, JsonTexts.Quote(expected), JsonTexts.Quote(actual));
            return;
        }
        if (json.ValueKind == JsonValueKind.String && json.GetString() == expected) return;
        if (BoundedJson.Parse(expected) is { } wanted) new JsonComparison(partly, differences).Compare(field, wanted, json);
        else differences.Add(field, JsonTexts.Quote(expected), actual);
    }

    private static string Described(string actual) => actual.Length == 0 ? "empty" : $"the text {Shown.Of(JsonTexts.Quote(actual))}";
}
