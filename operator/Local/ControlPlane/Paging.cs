using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.ControlPlane;

/// <summary>Cuts lists into pages, as <c>limit</c> and <c>position</c> ask for.</summary>
internal static class Paging
{
    private const int DefaultLimit = 25;
    private const int MaxLimit = 500;

    /// <summary>The page that the query asks for, and where the next one begins.</summary>
    public static Page<T> Page<T>(IEnumerable<T> all, IQueryCollection query)
    {
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MaxLimit) : DefaultLimit;
        var start = Read(query["position"]);
        var items = all.Skip(start).Take(limit + 1).ToList();
        return items.Count <= limit ? new(items) : new(items[..limit], Write(start + limit));
    }

    private static string Write(int position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    private static int Read(string? position)
    {
        var bytes = new byte[(position?.Length ?? 0) + 1];
        return position is not null && Convert.TryFromBase64String(position, bytes, out var length)
            && int.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 0;
    }
}
