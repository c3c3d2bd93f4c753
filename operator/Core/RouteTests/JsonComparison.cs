using System.Text.Json;

namespace DirectRoute.Core.RouteTests;

/// <summary>Compares JSON by meaning: the order of members and the writing of numbers do not matter.</summary>
/// <param name="partly">Whether objects may have members that are not expected.</param>
internal sealed class JsonComparison(bool partly, DifferenceBag differences)
{
    public void Compare(string field, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object) CompareObjects(field, expected, actual);
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array) CompareArrays(field, expected, actual);
        else if (!JsonElement.DeepEquals(expected, actual)) differences.Add(field, expected.GetRawText(), actual.GetRawText());
    }

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
