using System.Collections.Frozen;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Tells by their names which values are nobody's business.</summary>
internal sealed class Secrets
{
    private static readonly string[] Parts =
        ["authorization", "cookie", "token", "secret", "password", "api-key", "apikey", "accesskey", "signature", "credential"];

    private readonly FrozenSet<string> identities;

    private Secrets(IEnumerable<string> identities) => this.identities = identities.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of an API: what its authorizers read is secret too.</summary>
    public static Secrets Of(ApiModel? api) => new(api is null ? [] : api.Authorizers.SelectMany(a => a.IdentitySources).Select(Last));

    /// <summary>Whether a header, a parameter or a variable of this name is one.</summary>
    public bool Contain(string name) => identities.Contains(name) || Array.Exists(Parts, p => name.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static string Last(string source) => source[(source.LastIndexOf('.') + 1)..];
}
