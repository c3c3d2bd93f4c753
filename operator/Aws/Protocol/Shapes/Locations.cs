namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>Says that a member of a request or response travels outside the body, and under which name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class LocationAttribute(string? name) : Attribute
{
    /// <summary>The name on the wire; null where the location has none.</summary>
    public string? Name => name;
}

/// <summary>A label of the path: <c>restapi_id</c> in <c>/restapis/{restapi_id}</c>.</summary>
internal sealed class UriAttribute(string name) : LocationAttribute(name);

/// <summary>A parameter of the query string; a list repeats it. Without a name, each entry of a map is a parameter.</summary>
internal sealed class QueryAttribute(string? name = null) : LocationAttribute(name);

/// <summary>A header.</summary>
internal sealed class HeaderAttribute(string name) : LocationAttribute(name);

/// <summary>The whole body, as bytes.</summary>
internal sealed class PayloadAttribute() : LocationAttribute(null);

/// <summary>The name in the body of a member whose name does not follow from the property's.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireNameAttribute(string name) : Attribute
{
    public string Name => name;
}
