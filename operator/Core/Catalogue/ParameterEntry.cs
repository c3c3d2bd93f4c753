namespace DirectRoute.Core.Catalogue;

/// <summary>A parameter of an action, or a member of one.</summary>
/// <param name="Name">AWS's own name.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Required">Whether AWS refuses a call without it.</param>
public sealed record ParameterEntry(string Name, Shape Shape, bool Required = false)
{
    /// <summary>Where it travels.</summary>
    public ParameterLocation In { get; init; }

    /// <summary>Its name there, when it is another: a header's, a form field's.</summary>
    public string? WireName { get; init; }

    /// <summary>What stands for it when the manifest does not give it: an expression, or a text with the resource's groups in braces.</summary>
    public string? Default { get; init; }

    /// <summary>Required, too, for resources whose name ends so: <c>.fifo</c>.</summary>
    public string? RequiredForSuffix { get; init; }

    /// <summary>Refused by AWS for resources whose name ends so.</summary>
    public string? RefusedForSuffix { get; init; }

    /// <summary>Required when the resource ends in a star; otherwise the resource gives it as <see cref="Default"/>, and a manifest may not.</summary>
    public bool CompletesResource { get; init; }

    /// <summary>Its name on the wire.</summary>
    public string OnTheWire => WireName ?? Name;
}

/// <summary>Where a parameter travels.</summary>
public enum ParameterLocation
{
    /// <summary>With the others, as the protocol has it.</summary>
    Body,

    /// <summary>In a placeholder of the path.</summary>
    Path,

    /// <summary>In the query string.</summary>
    QueryString,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>As the whole body.</summary>
    Payload,

    /// <summary>In the host's name: constant.</summary>
    Host,
}
