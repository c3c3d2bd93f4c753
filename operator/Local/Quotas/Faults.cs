using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.Quotas;

/// <summary>The failures that are still to come.</summary>
internal sealed class Faults(IReadOnlyList<Fault> faults)
{
    private readonly int[] left = [.. faults.Select(f => f.Count)];

    /// <summary>The failure of this call; null when it is to succeed.</summary>
    public Answer? Next(string operation)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (faults[i].Operation != "*" && faults[i].Operation != operation) continue;
            if (Volatile.Read(ref left[i]) > 0 && Interlocked.Decrement(ref left[i]) >= 0) return faults[i].Answer;
        }
        return null;
    }
}
