using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.RouteTests;

/// <summary>Two texts line by line: what is expected and missing with a minus, what is there instead with a plus.</summary>
internal static class LineDifference
{
    /// <summary>More lines are compared as a whole.</summary>
    private const int MaxLines = 400;

    public static IReadOnlyList<string> Of(string expected, string actual)
    {
        var (left, right) = (Lines(expected), Lines(actual));
        return left.Length > MaxLines || right.Length > MaxLines
            ? [.. left.Select(l => $"- {l}"), .. right.Select(r => $"+ {r}")]
            : Merge(left, right, Lengths(left, right));
    }

    private static List<string> Merge(string[] left, string[] right, int[,] lengths)
    {
        List<string> merged = [];
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                merged.Add($"  {left[i++]}");
                j++;
            }
            else if (j == right.Length || (i < left.Length && lengths[i + 1, j] >= lengths[i, j + 1])) merged.Add($"- {left[i++]}");
            else merged.Add($"+ {right[j++]}");
        }
        return merged;
    }

    /// <summary>The length of the longest common subsequence from each pair of lines on.</summary>
    private static int[,] Lengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    /// <summary>JSON is indented first, so that its members are compared.</summary>
    private static string[] Lines(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is (JsonObject or JsonArray) and var tree) text = JsonText.Write(json => tree.WriteTo(json));
        }
        catch (JsonException)
        {
            // Not JSON: as it is.
        }
        return text.ReplaceLineEndings("\n").Split('\n');
    }
}
