namespace DirectRoute.Operator.Cloud;

/// <summary>What reading from any service needs.</summary>
internal static class Pages
{
    /// <summary>Reads page after page until AWS names no further one.</summary>
    public static async Task<List<T>> AllAsync<T>(Func<string?, CancellationToken, Task<(List<T>? Items, string? Next)>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        string? next = null;
        do
        {
            (var items, next) = await read(next, cancellationToken).ConfigureAwait(false);
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(next));
        return all;
    }

    /// <summary>An instant that AWS gave.</summary>
    public static DateTimeOffset Time(DateTime? time) => time is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.UnixEpoch;

    /// <summary>AWS's name of the operation that a client's method calls.</summary>
    public static string Operation(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method[..^"Async".Length] : method;
}
