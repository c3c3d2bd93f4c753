using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Gateway;

/// <summary>A map of overrides: each of them may be set once, for an override is final.</summary>
/// <param name="path">How the map is written, such as <c>$context.responseOverride.header</c>.</param>
/// <param name="values">What is set: at first what an earlier template has set.</param>
internal sealed class OverrideMap(string path, JavaMap values) : IJavaObject
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public JavaMap Values { get; } = values;

    public object? Property(string name, RenderScope scope) => Values.Get(name);

    public void SetProperty(string name, object value, RenderScope scope) => Set(name, value, scope);

    public object? Invoke(string name, object?[] arguments, Call call)
    {
        if (name is not ("put" or "set") || arguments is not [var key, var value]) return JavaObjects.Invoke(Values, name, arguments, call);
        var old = Values.Get(key);
        Set(key is null ? "null" : JavaText.Of(key, call.Scope), value, call.Scope);
        return old;
    }

    public void Print(RenderScope scope) => JavaText.Append(Values, scope);

    private void Set(string name, object? value, RenderScope scope)
    {
        if (Values.Get(name) is OverrideMap)
        {
            scope.Fail($"{path}.{name} is a map of its own: set one of its members, such as {path}.{name}.x.");
            return;
        }
        if (!written.Add(name))
        {
            scope.Fail($"{path}.{name} is set a second time, which API Gateway answers with a 5XX: put the value into a variable and set the override once, at the end.");
            return;
        }
        Values.Put(name, value);
    }
}
