namespace DirectRoute.Kubernetes.Configuration;

/// <summary>A credential in files that are replaced from time to time.</summary>
/// <remarks>A file that cannot be read just now, because it is being replaced, leaves the last good credential in use.</remarks>
internal abstract class FileCredentials : KubernetesCredentials, IDisposable
{
    /// <summary>How old what was read may become. Kubelet replaces a projected token at 80% of its life.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private Reading? last;

    internal sealed override async ValueTask<Credential> GetAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (Fresh(time) is { } known) return known;
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Fresh(time) ?? await ReadAgainAsync(time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    internal sealed override bool Invalidate(Credential refused)
    {
        if (last is { } reading && ReferenceEquals(reading.Credential, refused)) last = reading with { Refused = true };
        return true;
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Reads the files; <paramref name="previous"/> itself when they say what they said before.</summary>
    private protected abstract Task<Credential> ReadAsync(Credential? previous, CancellationToken cancellationToken);

    private Credential? Fresh(TimeProvider time) =>
        last is { Refused: false } reading && time.GetElapsedTime(reading.At) < MaxAge ? reading.Credential : null;

    private async Task<Credential> ReadAgainAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var previous = last?.Credential;
        try
        {
            previous = await ReadAsync(previous, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesConfigurationException) when (previous is not null)
        {
            // The next reading may succeed; until then the server decides whether the old one still serves.
        }
        last = new Reading(previous!, time.GetTimestamp(), Refused: false);
        return previous!;
    }

    private sealed record Reading(Credential Credential, long At, bool Refused);
}
