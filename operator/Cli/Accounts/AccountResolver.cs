using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Accounts;

/// <summary>Works out the facts of accounts without asking AWS: options first, then the manifests, then the ARNs in them when they agree.</summary>
internal sealed class AccountResolver(ManifestSet manifests, AccountOptions options)
{
    /// <summary>The account of whoever names none.</summary>
    public const string DefaultName = "default";

    /// <summary>No account of AWS has this number.</summary>
    private const string PlaceholderId = "000000000000";
    private const string PlaceholderRegion = "us-east-1";

    private readonly Dictionary<string, KnownAccount> known = new(StringComparer.Ordinal);

    /// <summary>The accounts that were asked for.</summary>
    public IReadOnlyList<KnownAccount> Known => [.. known.Values.OrderBy(a => a.Facts.Name, StringComparer.Ordinal)];

    public KnownAccount Of(AccountReference? reference)
    {
        var name = reference?.Name ?? DefaultName;
        if (known.TryGetValue(name, out var account)) return account;
        return known[name] = Resolve(name);
    }

    private KnownAccount Resolve(string name)
    {
        var manifest = manifests.Accounts.FirstOrDefault(a => a.Id.Name == name);
        var arns = ArnsOf(name).ToList();
        var (id, idSource) = Id(manifest?.Spec, arns);
        var (region, regionSource) = Region(manifest?.Spec, arns);
        var facts = new AccountFacts
        {
            Name = name,
            AccountId = id,
            Partition = options.Partition ?? Partitions.OfRegion(region),
            Region = region,
            Roles = manifest?.Spec?.Roles,
            Grants = manifest?.Spec?.Grants,
        };
        return new KnownAccount(facts, idSource, regionSource, manifest);
    }

    private (string, FactSource) Id(AwsAccountSpec? spec, List<Arn> arns)
    {
        if (options.AccountId is { } given) return (given, FactSource.Option);
        if (Arn.TryParse(spec?.Credentials?.AssumeRole?.RoleArn, out var assumed, out _)) return (assumed.Account, FactSource.Manifest);
        return Agreed(arns.Select(a => a.Account)) is { } id ? (id, FactSource.Arns) : (PlaceholderId, FactSource.Placeholder);
    }

    private (string, FactSource) Region(AwsAccountSpec? spec, List<Arn> arns)
    {
        if (spec is not null) return (spec.Region, FactSource.Manifest);
        if (options.Region is { } given) return (given, FactSource.Option);
        return Agreed(arns.Select(a => a.Region)) is { } region ? (region, FactSource.Arns) : (PlaceholderRegion, FactSource.Placeholder);
    }

    /// <summary>What all say that say anything.</summary>
    private static string? Agreed(IEnumerable<string> values) =>
        values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The ARNs that the routes and roles of an account name.</summary>
    private IEnumerable<Arn> ArnsOf(string account)
    {
        var apis = manifests.Apis.Where(a => NameOf(a.Spec?.AccountRef) == account).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var routes = manifests.Routes.Where(r => r.Spec is not null && apis.Contains(KeyOfApi(r)));
        var roles = manifests.Roles.Where(r => NameOf(r.Spec?.AccountRef) == account);
        return routes.Concat<Manifest>(roles).SelectMany(m => ArnsIn(m.Stored["spec"]));
    }

    private static string NameOf(AccountReference? reference) => reference?.Name ?? DefaultName;

    /// <summary>The <c>namespace/name</c> of the API that a route names.</summary>
    public static string KeyOfApi(Manifest<DirectRouteSpec> route) => $"{route.Spec!.ApiRef?.Namespace ?? route.Namespace}/{route.Spec.ApiRef?.Name}";

    private static IEnumerable<Arn> ArnsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => ArnsIn(m.Value)),
        JsonArray items => items.SelectMany(ArnsIn),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && Arn.TryParse(value.GetValue<string>(), out var arn, out _) && IsTelling(arn) => [arn],
        _ => [],
    };

    /// <summary>AWS's own things, such as its managed policies and API Gateway's integration URIs, are of no account.</summary>
    private static bool IsTelling(Arn arn) => arn.Account.Length == 12 && arn.Account.All(char.IsAsciiDigit) && arn.Service != "apigateway";
}
