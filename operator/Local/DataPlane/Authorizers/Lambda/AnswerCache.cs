using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>Remembers answers per authorizer, deployment and identity, as long as the authorizer says; failures are not remembered.</summary>
internal sealed class AnswerCache(TimeProvider clock)
{
    /// <summary>Whoever makes up tokens does not make this grow: then all is forgotten.</summary>
    private const int MaxAnswers = 10_000;

    private static readonly TimeSpan RestDefault = TimeSpan.FromSeconds(300);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (AuthorizerAnswer Answer, TimeSpan Until)> answers = new(StringComparer.Ordinal);

    /// <summary>The answer for an identity; null when there is none that is still good.</summary>
    public AuthorizerAnswer? Find(Exchange exchange, AuthorizerModel authorizer, IReadOnlyList<string> identity)
    {
        if (Lifetime(exchange, authorizer, identity) == TimeSpan.Zero) return null;
        lock (gate) return answers.TryGetValue(Key(exchange, authorizer, identity), out var known) && Now < known.Until ? known.Answer : null;
    }

    public void Add(Exchange exchange, AuthorizerModel authorizer, IReadOnlyList<string> identity, AuthorizerAnswer answer)
    {
        var lifetime = Lifetime(exchange, authorizer, identity);
        if (lifetime == TimeSpan.Zero || answer.Fault is not null) return;
        lock (gate)
        {
            if (answers.Count >= MaxAnswers) answers.Clear();
            answers[Key(exchange, authorizer, identity)] = (answer, Now + lifetime);
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(0);

    /// <summary>Zero for not at all: so says the authorizer, or there is nothing to tell callers apart by.</summary>
    private static TimeSpan Lifetime(Exchange exchange, AuthorizerModel authorizer, IReadOnlyList<string> identity)
    {
        if (identity.Count == 0) return TimeSpan.Zero;
        if (authorizer.ResultTtlInSeconds is { } seconds) return TimeSpan.FromSeconds(seconds);
        return exchange.Protocol == ApiProtocol.HTTP ? TimeSpan.Zero : RestDefault;
    }

    /// <summary>With lengths, so that no identity can be written to look like another.</summary>
    private static string Key(Exchange exchange, AuthorizerModel authorizer, IReadOnlyList<string> identity) =>
        string.Concat(((IEnumerable<string>)[exchange.ApiId, exchange.StageName, exchange.Stage!.DeploymentId, authorizer.Name, .. identity]).Select(p => $"{p.Length}:{p}"));
}
