using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>An object that a template can ask for properties and call; what it does not know is null, as in Velocity.</summary>
internal interface IJavaObject
{
    object? Property(string name, RenderScope scope);

    void SetProperty(string name, object value, RenderScope scope);

    object? Invoke(string name, object?[] arguments, Call call);

    /// <summary>Writes what the object prints as.</summary>
    void Print(RenderScope scope);
}

/// <summary>A method's call: where it stands, for its errors, and what it may use.</summary>
internal readonly record struct Call(RenderScope Scope, Position At, string Near)
{
    /// <summary>Ends the rendering, as an exception of the Java method would.</summary>
    public object? Fail(string message)
    {
        Scope.Fail(At, Near, message);
        return null;
    }

    public bool Spend(long steps) => Scope.Spend(steps, At, Near);

    /// <summary>A text that the method made, or null when the rendering made too much already.</summary>
    public string? Made(string text) => Scope.SpendText(text.Length, At, Near) ? text : null;
}
