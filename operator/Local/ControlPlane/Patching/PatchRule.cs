namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>What a path of a patch holds.</summary>
internal enum PatchValue
{
    /// <summary>Text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>true</c>, or anything else for the contrary.</summary>
    Truth,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An element of a list of texts; the last segment of the path is the element itself.</summary>
    Element,

    /// <summary>An element of a list of texts; the value is the element, the path is the list's.</summary>
    Member,

    /// <summary>The only element of a list of texts, whatever the last segment of the path calls it.</summary>
    Single,
}

/// <summary>A path that an Update call may change.</summary>
/// <param name="Path">The path; a segment <c>*</c> is any name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Operations">What may be done to it, in the order in which AWS names them.</param>
internal sealed record PatchRule(string Path, PatchValue Value = PatchValue.Text, params string[] Operations)
{
    private static readonly string[] Everything = ["add", "remove", "replace"];
    private readonly string[] segments = Path[1..].Split('/');

    public IReadOnlyList<string> Allowed => Operations.Length == 0 ? Everything : Operations;

    /// <summary>The shape's member, where the path calls it otherwise.</summary>
    public string? Member { get; init; }

    /// <summary>What AWS says of an operation that is not allowed; null for its usual words.</summary>
    public string? WrongOperation { get; init; }

    /// <summary>What AWS says of a value that cannot be read; null for its usual words.</summary>
    public string? WrongValue { get; init; }

    /// <summary>What AWS says when there is nothing to remove.</summary>
    public string Missing { get; init; } = "Invalid parameter name specified";

    public bool Matches(string[] path) => path.Length == segments.Length && !segments.Where((s, i) => s != "*" && s != path[i]).Any();

    /// <summary>A rule whose path can only be replaced.</summary>
    public static PatchRule Replace(string path, PatchValue value = PatchValue.Text) => new(path, value, "replace");
}
