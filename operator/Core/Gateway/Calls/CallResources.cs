using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>
/// The resources of a call, by the entry of its action read backwards: the compiler writes parameters from a resource, and this finds the resource in them.
/// </summary>
internal sealed class CallResources
{
    private const string Arn = "arn";
    private const string DefaultEventBus = "default";
    private readonly ActionEntry entry;
    private readonly ServiceCall call;
    private readonly string template;
    private readonly List<Dictionary<string, string>> found;

    public CallResources(ActionEntry entry, ServiceCall call)
    {
        (this.entry, this.call) = (entry, call);
        template = CatalogueText.Of(entry.Resource);
        found = Found();
    }

    /// <summary>The ARNs that a permission of the entry is about; null for one that the call does not tell.</summary>
    public IEnumerable<string?> Of(string permission)
    {
        if (InArguments(permission) is { } named) return [named];
        return found.Select(places => Filled(permission, places));
    }

    /// <summary>The ARN of a resource that a call names by itself, by its name or by its ARN.</summary>
    public string? Named(string name) => IsArn(name) ? name : Resource(new() { ["name"] = name });

    /// <summary>What the call tells of each of its resources: of one, but for calls that are many in one.</summary>
    private List<Dictionary<string, string>> Found()
    {
        var start = call.Arguments.Path.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var parameter in entry.Parameters.Where(p => p.CompletesResource))
        {
            if (call.Arguments.Path.TryGetValue(parameter.Name, out var name)) start["name"] = name;
        }
        List<Dictionary<string, string>> all = [start];
        foreach (var (name, text) in entry.Given.Concat(entry.Resource.GivenAcrossAccounts).DistinctBy(g => g.Key))
        {
            var readings = Values(name).Select(value => Read(text, value)).OfType<Dictionary<string, string>>().ToList();
            if (readings.Count > 0) all = [.. from one in all from reading in readings select Merged(one, reading)];
        }
        return all;
    }

    private IEnumerable<string> Values(string name)
    {
        // An event that names no bus goes to the account's own.
        if (entry.Rest.Wrap is not null && call.Arguments.Json is not null)
            return call.Arguments.Objects().Select(o => CallArguments.Member(o, name) ?? DefaultEventBus);
        var texts = call.Arguments.Texts(name);
        return texts.Count == 0 && entry.Rest.Wrap is not null ? [DefaultEventBus] : texts;
    }

    private static Dictionary<string, string>? Read(string text, string value) => IsArn(value) ? new() { [Arn] = value } : text == "{arn}" ? null : CatalogueText.Read(text, value);

    private static Dictionary<string, string> Merged(Dictionary<string, string> one, Dictionary<string, string> other)
    {
        var merged = new Dictionary<string, string>(one, StringComparer.Ordinal);
        foreach (var (name, value) in other) merged[name] = value;
        return merged;
    }

    private string? Filled(string permission, Dictionary<string, string> places)
    {
        if ((places.GetValueOrDefault(Arn) ?? Resource(places)) is not { } arn) return null;
        var known = Catalogue.Arn.TryParse(arn, out var parsed, out _) && entry.Resource.Pattern.Match(parsed.Resource) is { Success: true } match ? match.Groups : null;
        var isWhole = true;
        var filled = CatalogueText.Fill(permission, name =>
        {
            var value = Value(name);
            isWhole &= value is not null;
            return value;
        });
        return isWhole ? filled : null;

        string? Value(string name) => name switch
        {
            Arn => arn,
            "partition" => parsed?.Partition,
            "region" => parsed?.Region,
            "account" => parsed?.Account,
            _ when known is not null && known.TryGetValue(name, out var group) && group.Success => group.Value,
            _ => call.Arguments.Texts(name) is [var only] ? only : null,
        };
    }

    /// <summary>The ARN of the resource in these places; null when they do not make one.</summary>
    private string? Resource(Dictionary<string, string> places)
    {
        var account = places.GetValueOrDefault("account") ?? call.Place.AccountId;
        var head = entry.Resource.IsGlobal ? $"arn:{call.Place.Partition}:{entry.Resource.Service}:::" : $"arn:{call.Place.Partition}:{entry.Resource.Service}:{call.Place.Region}:{account}:";
        // In Parameter Store, a name outside a hierarchy has no slash of its own; its ARN has.
        return Fitting("") ?? Fitting("/");

        string? Fitting(string before)
        {
            var resource = CatalogueText.Fill(template, name => places.TryGetValue(name, out var value) ? before + value : null);
            return entry.Resource.Pattern.IsMatch(resource) ? head + resource : null;
        }
    }

    /// <summary>An argument that is itself an ARN of the permission's form, as an execution's.</summary>
    private string? InArguments(string permission)
    {
        if (permission.Contains("{arn}", StringComparison.Ordinal) || entry.Given.Count > 0) return null;
        var pattern = CatalogueText.Fill(permission, _ => "*");
        return entry.Parameters.SelectMany(p => call.Arguments.Texts(p.Name)).FirstOrDefault(text => IsArn(text) && Wildcards.MatchesResource(pattern, text));
    }

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);
}
