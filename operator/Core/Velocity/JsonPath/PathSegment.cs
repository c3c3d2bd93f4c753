namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>One step of a JSONPath.</summary>
internal abstract record PathSegment
{
    /// <summary>Whether it leads to at most one value.</summary>
    public virtual bool IsDefinite => true;
}

/// <summary><c>.name</c>, <c>['name']</c>; several names make a map of those that are there.</summary>
internal sealed record NameSegment(string[] Names) : PathSegment;

/// <summary><c>[0]</c>, <c>[-1]</c>, <c>[0,2]</c></summary>
internal sealed record IndexSegment(int[] Indexes) : PathSegment
{
    public override bool IsDefinite => Indexes.Length == 1;
}

/// <summary><c>[1:3]</c>, <c>[-2:]</c></summary>
internal sealed record SliceSegment(int? From, int? To) : PathSegment
{
    public override bool IsDefinite => false;
}

/// <summary><c>.*</c>, <c>[*]</c></summary>
internal sealed record WildcardSegment : PathSegment
{
    public override bool IsDefinite => false;
}

/// <summary><c>..</c>: the next step is taken from here and from everything below.</summary>
internal sealed record ScanSegment : PathSegment
{
    public override bool IsDefinite => false;
}

/// <summary><c>[?(@.price &lt; 10)]</c></summary>
internal sealed record FilterSegment(Filter Filter) : PathSegment
{
    public override bool IsDefinite => false;
}

/// <summary><c>.length()</c> and its like, which end a path.</summary>
internal sealed record FunctionSegment(string Name) : PathSegment;
