using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>An action of the catalogue, with a resource that fits it.</summary>
/// <param name="Name">The resource's own name, such as the queue's.</param>
internal sealed record ActionTarget(ActionEntry Entry, Arn Resource, string Name) : Target
{
    private const string ActionField = "spec.target.action";
    private const string ResourceField = "spec.target.resource";

    /// <inheritdoc />
    public override ValueList<Permission> Permissions => [new Permission(Entry.Action, Resource.ToString())];

    /// <summary>Whether the resource is of another account than the API.</summary>
    public bool IsForeign(AccountFacts account) => Resource.Account != account.AccountId;

    /// <summary>Fills the braces of a text of the catalogue.</summary>
    public string Fill(string text) => text
        .Replace("{partition}", Resource.Partition, StringComparison.Ordinal)
        .Replace("{region}", Resource.Region, StringComparison.Ordinal)
        .Replace("{account}", Resource.Account, StringComparison.Ordinal)
        .Replace("{suffix}", Partitions.DnsSuffixOf(Resource.Partition), StringComparison.Ordinal)
        .Replace("{arn}", Resource.ToString(), StringComparison.Ordinal)
        .Replace("{name}", Name, StringComparison.Ordinal);

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        var api = route.Api;
        if (api.Protocol == ApiProtocol.HTTP && Entry.Http is null)
        {
            diagnostics.Error(Reasons.UnsupportedByProtocol, ActionField,
                $"AWS offers no integration of HTTP APIs for {Entry.Action}. Use an API of protocol REST: {HttpActions()}.");
            return null;
        }
        WarnOfDistance(api, diagnostics);
        var parameters = new ParameterReader(this, route.Expressions, diagnostics).Read(route.Spec.Target.Parameters);
        return api.Protocol == ApiProtocol.HTTP
            ? ActionIntegration.Http(this, Entry.Http!, parameters, route, diagnostics)
            : ActionIntegration.Rest(this, parameters, route);
    }

    private static string HttpActions() =>
        $"on HTTP there is {string.Join(", ", ActionCatalogue.All.Where(e => e.Http is not null).Select(e => e.Action))}";

    private void WarnOfDistance(ApiScope api, DiagnosticBag diagnostics)
    {
        if (IsForeign(api.Account))
            diagnostics.Warn(Reasons.RemoteResource, ResourceField,
                $"The {Entry.Resource.What} is of the account {Resource.Account}, the API of {api.Account.AccountId}. {Entry.Resource.CrossAccountAdvice}");
        if (Resource.Region != api.Region && ManifestRules.IsRegion(api.Region))
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
            var form = entry is null ? "" : $" A {entry.Resource.What}'s ARN looks like {entry.Resource.Form}.";
            diagnostics.Error(Reasons.InvalidResource, ResourceField, $"This is not an ARN: {fault}.{form}");
            return null;
        }
        return entry is null ? null : Match(entry, arn, account, diagnostics);
    }

    private static ActionTarget? Match(ActionEntry entry, Arn arn, AccountFacts account, DiagnosticBag diagnostics)
    {
        var match = entry.Resource.Pattern.Match(arn.Resource);
        var fault = FaultOf(entry, arn, account, match.Success);
        if (fault is not null) diagnostics.Error(Reasons.InvalidResource, ResourceField, fault);
        return fault is null ? new ActionTarget(entry, arn, match.Groups["name"].Value) : null;
    }

    private static string? FaultOf(ActionEntry entry, Arn arn, AccountFacts account, bool nameFits)
    {
        var resource = entry.Resource;
        if (arn.Service != resource.Service)
            return $"{entry.Action} works on a {resource.What} such as {resource.Form}, but this ARN is of the service \"{arn.Service}\".";
        if (arn.Partition != account.Partition)
            return $"The ARN is of the partition {arn.Partition}, but the AwsAccount \"{account.Name}\" lies in {account.Partition}: "
                + "no call goes from one to the other.";
        if (!ManifestRules.IsRegion(arn.Region)) return $"\"{arn.Region}\" is not a region. A {resource.What}'s ARN looks like {resource.Form}.";
        if (Partitions.OfRegion(arn.Region) != arn.Partition) return $"The region {arn.Region} is not in the partition {arn.Partition}.";
        if (arn.Account.Length == 0) return $"The account is empty. A {resource.What}'s ARN looks like {resource.Form}.";
        return nameFits ? null : $"\"{arn.Resource}\" names no {resource.What}. Give one {resource.What}, without wildcards: {resource.Form}.";
    }

    private static string UnknownAction(string action)
    {
        var known = ActionCatalogue.All.Select(e => e.Action).ToList();
        var service = action.Split(':')[0] + ":";
        var siblings = known.Where(k => k.StartsWith(service, StringComparison.OrdinalIgnoreCase)).ToList();
        var list = siblings.Count > 0 ? siblings : known;
        return $"\"{action}\" is not an action that routes can call; case matters.{Suggestions.DidYouMean(action, known)} Known: {string.Join(", ", list)}.";
    }
}
