using System.Numerics;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>Finds properties and methods of values as Velocity does. What a type does not have is null; there is no reflection, as in API Gateway.</summary>
internal static class JavaObjects
{
    public static object? Property(object target, string name, RenderScope scope) => target switch
    {
        JavaMap map => map.Get(name),
        IJavaObject other => other.Property(name, scope),
        string text when name == "empty" => JavaNumbers.Box(text.Length == 0),
        JavaList list when name == "empty" => JavaNumbers.Box(list.Items.Count == 0),
        _ => null,
    };

    public static void SetProperty(object target, string name, object value, RenderScope scope)
    {
        if (target is JavaMap map) map.Put(name, value);
        else if (target is IJavaObject other) other.SetProperty(name, value, scope);
    }

    public static object? Invoke(object target, string name, object?[] arguments, in Call call) => target switch
    {
        string text => StringMethods.Invoke(text, name, arguments, call),
        IJavaObject other => other.Invoke(name, arguments, call),
        JavaMap map => MapMethods.Invoke(map, name, arguments, call),
        JavaList list => ListMethods.Invoke(list, name, arguments, call),
        int or long or double or BigInteger or BigDecimal => NumberMethods.Invoke(target, name, arguments, call),
        bool truth => ScalarMethods.Invoke(truth, name, arguments, call),
        char c => ScalarMethods.Invoke(c, name, arguments, call),
        _ => null,
    };
}
