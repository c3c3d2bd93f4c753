namespace DirectRoute.Core.Catalogue;

/// <summary>Something that IAM must allow for an action.</summary>
/// <param name="Action">In IAM's notation; null for the entry's own.</param>
/// <param name="Resource">
/// The ARN. A parameter in braces stands for what is fixed of it: <c>{arn}/{Key}</c> of <c>uploads/${request.path.id}</c> is <c>.../uploads/*</c>.
/// </param>
public sealed record PermissionEntry(string? Action, string Resource)
{
    /// <summary>The entry's own action on the resource as it is.</summary>
    public static readonly PermissionEntry Itself = new(null, "{arn}");

    /// <summary>Needed only when this parameter is given.</summary>
    public string? With { get; init; }

    /// <summary>Needed only when this parameter is not given.</summary>
    public string? Without { get; init; }

    /// <summary>Which tables are meant, when not the resource alone.</summary>
    public TablesOf Tables { get; init; }
}

/// <summary>Where a DynamoDB call names its tables.</summary>
public enum TablesOf
{
    /// <summary>In the resource.</summary>
    Resource,

    /// <summary>In the keys of <c>RequestItems</c>.</summary>
    Batch,

    /// <summary>In the members of <c>TransactItems</c>, each with its own action.</summary>
    Transaction,
}
