namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>One change of an Update call.</summary>
internal sealed record PatchOperation
{
    /// <summary>add, remove, replace, move, copy or test.</summary>
    public string? Op { get; init; }

    /// <summary>A JSON pointer: <c>~1</c> is a slash inside a name, <c>~0</c> a tilde.</summary>
    public string? Path { get; init; }

    /// <summary>Always text on the wire, whatever the field holds.</summary>
    public string? Value { get; init; }
}

/// <summary>The body of an Update call.</summary>
internal sealed record PatchRequest
{
    public IReadOnlyList<PatchOperation>? PatchOperations { get; init; }
}
