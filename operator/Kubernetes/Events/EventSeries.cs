using System.Security.Cryptography;
using System.Text;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Events;

/// <summary>What makes two happenings the same one again: object, type, reason and message.</summary>
internal sealed record EventSeries(string ObjectUid, ObjectKey Object, string Type, string Reason, string Message)
{
    private const int LongestObjectName = 253 - 17;

    /// <summary>
    /// The event's name: the same for the same series in the same window, whichever process writes it, so that a restart counts on instead of
    /// repeating.
    /// </summary>
    public string NameAt(DateTimeOffset start, TimeSpan window, string component)
    {
        var window0 = start.UtcTicks / window.Ticks;
        var text = string.Join('\0', component, ObjectUid, Type, Reason, Message, window0);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        var prefix = Object.Name.Length <= LongestObjectName ? Object.Name : Object.Name[..LongestObjectName].TrimEnd('.', '-');
        return $"{prefix}.{hash}";
    }
}

/// <summary>One happening, as it was recorded.</summary>
internal sealed record Happening(EventSeries Series, V1ObjectReference About, DateTimeOffset At);
