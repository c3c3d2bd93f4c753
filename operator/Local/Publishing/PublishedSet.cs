using DirectRoute.Core.Model;

namespace DirectRoute.Local.Publishing;

/// <summary>What manifests declare, compiled: all of it, for what a set leaves out goes.</summary>
public sealed record PublishedSet
{
    /// <summary>Each key once.</summary>
    public IReadOnlyList<PublishedApi> Apis { get; init; } = [];

    /// <summary>Each ARN once.</summary>
    public IReadOnlyList<PublishedRole> Roles { get; init; } = [];
}

/// <summary>An API that a manifest declares.</summary>
/// <param name="Key"><c>namespace/name</c>; it decides the API's id.</param>
/// <param name="Model">REST or HTTP; its region is where the API is.</param>
public sealed record PublishedApi(string Key, ApiModel Model);

/// <summary>A role that manifests declare, or that the operator makes for an API.</summary>
/// <param name="Arn">By which integrations name it.</param>
/// <param name="Model">Who may assume it, and what it allows.</param>
public sealed record PublishedRole(string Arn, RoleModel Model);
