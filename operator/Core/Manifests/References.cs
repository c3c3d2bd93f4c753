using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>Names a cluster-scoped AwsAccount.</summary>
public sealed record AccountReference
{
    /// <summary>The AwsAccount's name.</summary>
    [RegularExpression(Patterns.DnsSubdomain), Length(1, 253)]
    public required string Name { get; init; }
}

/// <summary>Names a DirectApi.</summary>
public sealed record ApiReference
{
    /// <summary>The DirectApi's name.</summary>
    [RegularExpression(Patterns.DnsSubdomain), Length(1, 253)]
    public required string Name { get; init; }

    /// <summary>The DirectApi's namespace. Default: the route's own. The API must allow the route's namespace.</summary>
    [RegularExpression(Patterns.DnsLabel), Length(1, 63)]
    public string? Namespace { get; init; }
}

/// <summary>Names an IntegrationRole in the same namespace.</summary>
public sealed record RoleReference
{
    /// <summary>The IntegrationRole's name.</summary>
    [RegularExpression(Patterns.DnsSubdomain), Length(1, 253)]
    public required string Name { get; init; }
}

/// <summary>What becomes of the AWS side when the resource is deleted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeletionPolicy>))]
public enum DeletionPolicy
{
    /// <summary>It is deleted too.</summary>
    Delete,

    /// <summary>It stays, with its owner tags.</summary>
    Retain,
}
