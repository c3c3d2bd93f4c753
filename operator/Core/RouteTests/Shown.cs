namespace DirectRoute.Core.RouteTests;

/// <summary>Values in messages: short, and on one line.</summary>
internal static class Shown
{
    private const int Longest = 160;

    public static string Of(string value)
    {
        var line = value.ReplaceLineEndings("\\n");
        return line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)]}...";
    }
}
