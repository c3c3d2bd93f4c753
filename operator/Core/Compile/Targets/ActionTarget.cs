using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>An action of the catalogue, with a resource that fits it.</summary>
/// <param name="Match">The resource's part of the ARN, taken apart.</param>
/// <param name="Parameters">As the manifest has them.</param>
internal sealed record ActionTarget(ActionEntry Entry, Arn Resource, Match Match, JsonObject? Parameters) : Target
{
    private const string ActionField = "spec.target.action";
    private const string ResourceField = "spec.target.resource";
    private const string ProtocolField = "spec.target.protocol";

    /// <summary>The resource's own name, such as the queue's.</summary>
    public string Name => Match.Groups["name"].Value;

    /// <inheritdoc />
    public override ValueList<Permission> Permissions => ActionPermissions.Of(this);

    /// <summary>Whether the resource is of another account than the API.</summary>
    public bool IsForeign(AccountFacts account) => Resource.Account.Length > 0 && Resource.Account != account.AccountId;

    /// <summary>Fills the braces of a text of the catalogue; what the resource does not tell stays as it is.</summary>
    /// <param name="region">For resources whose ARN has none.</param>
    public string Fill(string text, string region = "")
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length + 64);
        var start = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', start))
        {
            var close = text.IndexOf('}', open);
            var name = text[(open + 1)..close];
            filled.Append(text, start, open - start).Append(Part(name, region) ?? text[open..(close + 1)]);
            start = close + 1;
        }
        return filled.Append(text, start, text.Length - start).ToString();
    }

    private string? Part(string name, string region) => name switch
    {
        "partition" => Resource.Partition,
        "region" => Resource.Region.Length > 0 ? Resource.Region : region,
        "account" => Resource.Account,
        "suffix" => Partitions.DnsSuffixOf(Resource.Partition),
        "arn" => Resource.ToString(),
        "action" => Entry.Action,
        _ => Match.Groups.TryGetValue(name, out var group) && group.Success ? group.Value : null,
    };

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        var api = route.Api;
        if (api.Protocol == ApiProtocol.HTTP && Entry.Http is null)
        {
            Unsupported(diagnostics);
            return null;
        }
        WarnOfDistance(api, diagnostics);
        if (Entry.Experimental)
            diagnostics.Warn(Reasons.Experimental, ActionField, $"Nobody has published a working integration of {Entry.Action}: try it before you rely on it.");
        var parameters = new ParameterReader(this, route.Expressions, diagnostics).Read(Parameters);
        return api.Protocol == ApiProtocol.HTTP
            ? HttpIntegration.Of(this, Entry.Http!, parameters, route, diagnostics)
            : RestIntegration.Of(this, parameters, route, diagnostics);
    }

    private void Unsupported(DiagnosticBag diagnostics)
    {
        if (ActionCatalogue.Find(Entry.Action)?.Http is not null)
            diagnostics.Error(Reasons.UnsupportedByProtocol, ProtocolField, "On HTTP APIs it is API Gateway that chooses the protocol of the call: leave it out.");
        else
            diagnostics.Error(Reasons.UnsupportedByProtocol, ActionField,
                $"AWS offers no integration of HTTP APIs for {Entry.Action}. Use an API of protocol REST: {HttpActions()}.");
    }

    private static string HttpActions() =>
        $"on HTTP there is {string.Join(", ", ActionCatalogue.All.Where(e => e.Http is not null).Select(e => e.Action))}";

    private void WarnOfDistance(ApiScope api, DiagnosticBag diagnostics)
    {
        if (IsForeign(api.Account))
            diagnostics.Warn(Reasons.RemoteResource, ResourceField,
                $"The {Entry.Resource.What} is of the account {Resource.Account}, the API of {api.Account.AccountId}. {Fill(Entry.Resource.CrossAccountAdvice)}");
        if (Resource.Region.Length > 0 && Resource.Region != api.Region && ManifestRules.IsRegion(api.Region))
            diagnostics.Warn(Reasons.RemoteResource, ResourceField,
                $"The {Entry.Resource.What} is in {Resource.Region}, the API in {api.Region}: every call crosses regions, and fails when either is down.");
    }

    /// <summary>The target, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static ActionTarget? Of(RouteTarget target, AccountFacts account, DiagnosticBag diagnostics)
    {
        var entry = ActionCatalogue.Find(target.Action);
        if (entry is null) diagnostics.Error(Reasons.UnknownAction, ActionField, UnknownAction(target.Action ?? ""));
        if (!Arn.TryParse(target.Resource, out var arn, out var fault))
        {
            var form = entry is null ? "" : $" {An(entry.Resource.What)}'s ARN looks like {entry.Resource.Form}.";
            diagnostics.Error(Reasons.InvalidResource, ResourceField, $"This is not an ARN: {fault}.{form}");
            return null;
        }
        return entry is null || Protocol(entry, target.Protocol, diagnostics) is not { } chosen ? null : Fitting(chosen, arn, target.Parameters, account, diagnostics);
    }

    private static ActionEntry? Protocol(ActionEntry entry, TargetProtocol? protocol, DiagnosticBag diagnostics)
    {
        if (protocol is null) return entry;
        if (protocol == TargetProtocol.JSON && entry.Rest.Protocol is RestProtocol.Json10 or RestProtocol.Json11) return entry;
        if (protocol == TargetProtocol.Query && entry.Query is { } query) return query;
        diagnostics.Error(Reasons.InvalidValue, ProtocolField, $"{entry.Action} has no protocol {protocol}: leave it out, and the service's own is used.");
        return null;
    }

    private static ActionTarget? Fitting(ActionEntry entry, Arn arn, JsonObject? parameters, AccountFacts account, DiagnosticBag diagnostics)
    {
        var match = entry.Resource.Pattern.Match(arn.Resource);
        var fault = FaultOf(entry, arn, account, match.Success);
        if (fault is not null) diagnostics.Error(Reasons.InvalidResource, ResourceField, fault);
        return fault is null ? new ActionTarget(entry, arn, match, parameters) : null;
    }

    private static string? FaultOf(ActionEntry entry, Arn arn, AccountFacts account, bool nameFits)
    {
        var resource = entry.Resource;
        if (arn.Service != resource.Service)
            return $"{entry.Action} works on {An(resource.What, small: true)} such as {resource.Form}, but this ARN is of the service \"{arn.Service}\".";
        if (arn.Partition != account.Partition)
            return $"The ARN is of the partition {arn.Partition}, but the AwsAccount \"{account.Name}\" lies in {account.Partition}: "
                + "no call goes from one to the other.";
        if (PlaceFault(resource, arn) is { } fault) return fault;
        var one = resource.MayEndInStar ? "a star only at its end" : "without wildcards";
        return nameFits ? null : $"\"{arn.Resource}\" names no {resource.What}. Give one {resource.What}, {one}: {resource.Form}.";
    }

    private static string? PlaceFault(ResourceEntry resource, Arn arn)
    {
        if (resource.IsGlobal)
            return arn.Region.Length + arn.Account.Length == 0 ? null : $"{An(resource.What)}'s ARN has neither region nor account: it looks like {resource.Form}.";
        if (!ManifestRules.IsRegion(arn.Region)) return $"\"{arn.Region}\" is not a region. {An(resource.What)}'s ARN looks like {resource.Form}.";
        if (Partitions.OfRegion(arn.Region) != arn.Partition) return $"The region {arn.Region} is not in the partition {arn.Partition}.";
        return arn.Account.Length == 0 ? $"The account is empty. {An(resource.What)}'s ARN looks like {resource.Form}." : null;
    }

    private static string An(string what, bool small = false) => $"{(small ? "a" : "A")}{("aeio".Contains(what[0], StringComparison.Ordinal) ? "n" : "")} {what}";

    private static string UnknownAction(string action)
    {
        var known = ActionCatalogue.All.Select(e => e.Action).ToList();
        var service = action.Split(':')[0] + ":";
        var siblings = known.Where(k => k.StartsWith(service, StringComparison.OrdinalIgnoreCase)).ToList();
        var list = siblings.Count > 0 ? $"Known: {string.Join(", ", siblings)}." : $"Services: {string.Join(", ", known.Select(k => k.Split(':')[0]).Distinct())}.";
        return $"\"{action}\" is not an action that routes can call; case matters.{Suggestions.DidYouMean(action, known)} {list}";
    }
}
