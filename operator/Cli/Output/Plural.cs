namespace DirectRoute.Cli.Output;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
