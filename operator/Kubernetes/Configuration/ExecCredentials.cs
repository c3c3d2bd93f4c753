namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Credentials from a command, kept until they expire or the server refuses them.</summary>
internal sealed class ExecCredentials(ExecPlugin plugin) : KubernetesCredentials, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile ExecAnswer? last;

    internal override async ValueTask<Credential> GetAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (Valid(time) is { } known) return known;
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Valid(time) is { } meanwhile) return meanwhile;
            last = await ExecRunner.RunAsync(plugin, time, cancellationToken).ConfigureAwait(false);
            return last.Credential;
        }
        finally
        {
            gate.Release();
        }
    }

    internal override bool Invalidate(Credential refused)
    {
        if (last is { } answer && ReferenceEquals(answer.Credential, refused)) last = null;
        return true;
    }

    public void Dispose() => gate.Dispose();

    private Credential? Valid(TimeProvider time) =>
        last is { } answer && (answer.Expires is not { } expires || time.GetUtcNow() < expires) ? answer.Credential : null;
}

/// <summary>What a command answered.</summary>
internal sealed record ExecAnswer(Credential Credential, DateTimeOffset? Expires);
