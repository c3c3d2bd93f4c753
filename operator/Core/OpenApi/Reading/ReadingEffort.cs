namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>
/// What one reading may cost. A document of a few megabytes can make work that is its square: thousands of operations that each refer to a response with thousands
/// of headers. A document of a person's comes nowhere near the limit, which is about a second's work.
/// </summary>
internal sealed class ReadingEffort(OpenApiDiagnostics diagnostics)
{
    /// <summary>What it costs to go through one element; to pass one over while searching costs 1.</summary>
    public const int Element = 20;

    private const long Limit = 60_000_000;
    private long left = Limit;

    /// <summary>Whether there is enough left; when not, that is said once, and nothing is said or read any more.</summary>
    public bool Spend(long cost)
    {
        if (left < 0) return false;
        left -= cost;
        if (left < 0) diagnostics.Stop("The document refers to so much so often that reading it would take too long: divide it, or refer to less.");
        return left >= 0;
    }

    public void Error(Place place, string message)
    {
        if (left >= 0) diagnostics.Error(place, message);
    }

    public void Warn(Place place, string message)
    {
        if (left >= 0) diagnostics.Warn(place, message);
    }
}
