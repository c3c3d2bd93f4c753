using System.Text;

namespace DirectRoute.Core.OpenApi;

/// <summary>A place in a document; its text, a JSON pointer, is made only when somebody is told about it.</summary>
internal sealed class Place
{
    private readonly Place? parent;
    private readonly string name;

    private Place(Place? parent, string name) => (this.parent, this.name) = (parent, name);

    public static Place Root { get; } = new(null, "");

    public Place this[string member] => new(this, member);

    /// <summary>The JSON pointer.</summary>
    public override string ToString()
    {
        var names = new Stack<string>();
        for (var place = this; place.parent is not null; place = place.parent) names.Push(place.name);
        var pointer = new StringBuilder();
        foreach (var step in names)
        {
            pointer.Append('/').Append(step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        return pointer.ToString();
    }
}
