using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>The rules of an API's own fields.</summary>
internal static class ApiRules
{
    private const int MaxName = 128;
    private const int MaxDescription = 1024;

    /// <summary>Checks the API; the tags that it is to have.</summary>
    public static ValueMap<string> Check(ApiInput input, string region, DiagnosticBag diagnostics)
    {
        var spec = input.Spec;
        if (!Enum.IsDefined(spec.Protocol)) diagnostics.Error(Reasons.InvalidValue, "spec.protocol", "The protocol is REST or HTTP.");
        CheckRegion(region, input.Account, diagnostics);
        if (spec.Name is { Length: 0 or > MaxName })
            diagnostics.Error(Reasons.InvalidValue, "spec.name",
                $"An API's name has 1 to {MaxName} characters, this one {spec.Name.Length}.");
        if (spec.Description is { Length: 0 or > MaxDescription })
            diagnostics.Error(Reasons.InvalidValue, "spec.description",
                $"A description has 1 to {MaxDescription} characters, this one {spec.Description.Length}; leave it out for none.");
        if (spec.Protocol == ApiProtocol.HTTP && spec.Endpoint?.Type == EndpointType.EDGE)
            diagnostics.Error(Reasons.InvalidValue, "spec.endpoint.type",
                "Only REST APIs can be EDGE; an HTTP API is always REGIONAL. Leave the type out, or change the protocol.");
        RoleRules.CheckDefaults(input.Account, diagnostics);
        CheckSelector(spec.AllowedRoutes?.Namespaces, diagnostics);
        var tags = TagRules.Check(spec.Tags, "spec.tags", diagnostics);
        foreach (var (key, value) in input.Owner.Tags) tags = tags.With(key, value);
        return tags;
    }

    private static void CheckRegion(string region, AccountFacts account, DiagnosticBag diagnostics)
    {
        if (!ManifestRules.IsRegion(region))
            diagnostics.Error(Reasons.InvalidValue, "spec.region", $"\"{region}\" is not a region; one looks like us-east-1.");
        else if (Partitions.OfRegion(region) != account.Partition)
            diagnostics.Error(Reasons.InvalidValue, "spec.region",
                $"The region {region} is in the partition {Partitions.OfRegion(region)}, but the AwsAccount \"{account.Name}\" lies in {account.Partition}.");
    }

    private static void CheckSelector(NamespaceSelector? namespaces, DiagnosticBag diagnostics)
    {
        const string field = "spec.allowedRoutes.namespaces.selector";
        if (namespaces is null) return;
        if (namespaces.From == NamespacesFrom.Selector && namespaces.Selector is null)
            diagnostics.Error(Reasons.InvalidValue, field, "With from: Selector a selector must be given.");
        if (namespaces.From != NamespacesFrom.Selector && namespaces.Selector is not null)
            diagnostics.Error(Reasons.InvalidValue, field,
                $"A selector means nothing with from: {namespaces.From}. Write from: Selector, or leave the selector out.");
        foreach (var term in namespaces.Selector?.MatchExpressions ?? [])
        {
            var wantsValues = term?.Operator is LabelSelectorOperator.In or LabelSelectorOperator.NotIn;
            if (wantsValues != (term?.Values?.Count > 0))
                diagnostics.Error(Reasons.InvalidValue, $"{field}.matchExpressions",
                    "In and NotIn need values; Exists and DoesNotExist take none.");
        }
    }
}
