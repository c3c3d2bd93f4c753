using DirectRoute.Core.Velocity.Java;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary><c>$foreach</c> inside of a loop: also a map of its own, for what a template wants to keep there.</summary>
/// <param name="parent">The loop around it, or what <c>$foreach</c> was before.</param>
internal sealed class ForeachScope(object? parent) : IJavaObject
{
    private readonly JavaMap values = new(0);

    public int Count { get; private set; }

    public bool HasNext { get; private set; }

    public void Advance(bool hasNext)
    {
        Count++;
        HasNext = hasNext;
    }

    public object? Property(string name, RenderScope scope) => name switch
    {
        "count" => JavaNumbers.Box(Count),
        "index" => JavaNumbers.Box(Count - 1),
        "hasNext" => JavaNumbers.Box(HasNext),
        "first" => JavaNumbers.Box(Count == 1),
        "last" => JavaNumbers.Box(!HasNext),
        "parent" => parent as ForeachScope,
        "topmost" => Topmost,
        "depth" => JavaNumbers.Box(Depth),
        _ => values.Get(name),
    };

    public object? Invoke(string name, object?[] arguments, Call call)
    {
        if (arguments.Length > 0) return JavaObjects.Invoke(values, name, arguments, call);
        switch (name)
        {
            case "getCount": return JavaNumbers.Box(Count);
            case "getIndex": return JavaNumbers.Box(Count - 1);
            case "hasNext" or "getHasNext": return JavaNumbers.Box(HasNext);
            case "isFirst" or "getFirst": return JavaNumbers.Box(Count == 1);
            case "isLast" or "getLast": return JavaNumbers.Box(!HasNext);
            case "getParent": return parent as ForeachScope;
            case "getTopmost": return Topmost;
            case "getDepth": return JavaNumbers.Box(Depth);
            default: return JavaObjects.Invoke(values, name, arguments, call);
        }
    }

    public void SetProperty(string name, object value, RenderScope scope) => values.Put(name, value);

    public void Print(RenderScope scope) => JavaText.Append(values, scope);

    private ForeachScope Topmost => parent is ForeachScope outer ? outer.Topmost : this;

    private int Depth => parent is ForeachScope outer ? outer.Depth + 1 : 1;
}
