namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>A column of <c>kubectl get</c>. Columns stand in the order of the attributes.</summary>
/// <param name="jsonPath">Where the value is, such as <c>.status.conditions[?(@.type=="Ready")].status</c>.</param>
/// <param name="name">The heading.</param>
/// <param name="type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AdditionalPrinterColumnAttribute(string jsonPath, string name, string type) : Attribute
{
    /// <summary>Where the value is.</summary>
    public string JsonPath { get; } = jsonPath;

    /// <summary>The heading.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the value.</summary>
    public string Type { get; } = type;

    /// <summary>Above 0, only <c>-o wide</c> shows the column.</summary>
    public int Priority { get; init; }

    /// <summary>What the column means.</summary>
    public string? Description { get; init; }

    /// <summary>The format of the value, such as <c>int32</c>.</summary>
    public string? Format { get; init; }
}
