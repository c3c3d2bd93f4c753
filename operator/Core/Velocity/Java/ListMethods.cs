namespace DirectRoute.Core.Velocity.Java;

/// <summary>The methods of <c>List</c>, which arrays and sets have too as far as they fit.</summary>
internal static class ListMethods
{
    public static object? Invoke(JavaList list, string name, object?[] arguments, in Call call)
    {
        var items = list.Items;
        switch (name, arguments)
        {
            case ("get", [int index]) when list.Kind != ListKind.View: return IsInside(list, index, call) ? items[index] : null;
            case ("size", []): return JavaNumbers.Box(items.Count);
            case ("isEmpty", []): return JavaNumbers.Box(items.Count == 0);
        }
        return call.Spend(1 + (items.Count / 16)) ? Read(list, name, arguments, call) : null;
    }

    private static object? Read(JavaList list, string name, object?[] arguments, in Call call)
    {
        var items = list.Items;
        switch (name, arguments)
        {
            case ("contains", [var item]): return JavaNumbers.Box(IndexOf(list, item) >= 0);
            case ("containsAll", [JavaList other]): return JavaNumbers.Box(call.Spend((long)items.Count * other.Items.Count / 16) && other.Items.TrueForAll(i => IndexOf(list, i) >= 0));
            case ("indexOf", [var item]) when list.Kind != ListKind.View: return JavaNumbers.Box(IndexOf(list, item));
            case ("lastIndexOf", [var item]) when list.Kind != ListKind.View: return JavaNumbers.Box(items.FindLastIndex(i => JavaEquality.AreEqual(item, i, 0)));
            case ("iterator", []): return list;
            case ("toArray", []): return Copy(ListKind.Array, items);
            case ("subList", [int from, int to]) when list.Kind != ListKind.View:
                if (from < 0 || to > items.Count || from > to) return call.Fail($"There is no part from {from} to {to} of a list of {items.Count} (java.lang.IndexOutOfBoundsException).");
                return Copy(ListKind.ArrayList, items.GetRange(from, to - from));
            case ("set", [int index, var item]) when list.Kind != ListKind.View:
                if (!IsInside(list, index, call)) return null;
                var old = items[index];
                items[index] = item;
                return old;
            case ("toJSONString", []) when list.Kind == ListKind.JsonArray: return JavaText.Of(list, call.Scope);
            case ("add" or "addAll" or "remove" or "removeAll" or "retainAll" or "clear", _): return Change(list, name, arguments, call);
            default: return ScalarMethods.Common(list, name, arguments, call);
        }
    }

    private static object? Change(JavaList list, string name, object?[] arguments, in Call call)
    {
        var items = list.Items;
        var before = items.Count;
        if (list.Kind is ListKind.Array or ListKind.View && IsKnownChange(name, arguments))
        {
            if (name == "remove" && list.Kind == ListKind.View && IndexOf(list, arguments[0]) < 0) return JavaNumbers.Box(false);
            return call.Fail($"{name} cannot change the length of an array, nor the keys, values and entries of a map (java.lang.UnsupportedOperationException).");
        }
        object? result = null;
        switch (name, arguments)
        {
            case ("add", [var item]):
                items.Add(item);
                result = JavaNumbers.Box(true);
                break;
            case ("add", [int index, var item]):
                if (index < 0 || index > items.Count) return OutOfBounds(list, index, call);
                items.Insert(index, item);
                break;
            case ("addAll", [JavaList other]):
                if (!call.Spend(other.Items.Count)) return null;
                items.AddRange([.. other.Items]);
                result = JavaNumbers.Box(other.Items.Count > 0);
                break;
            case ("remove", [int index]):
                if (!IsInside(list, index, call)) return null;
                result = items[index];
                items.RemoveAt(index);
                break;
            case ("remove", [var item]):
                var found = IndexOf(list, item);
                if (found >= 0) items.RemoveAt(found);
                result = JavaNumbers.Box(found >= 0);
                break;
            case ("removeAll" or "retainAll", [JavaList other]):
                if (!call.Spend((long)items.Count * other.Items.Count / 16)) return null;
                result = JavaNumbers.Box(items.RemoveAll(i => IndexOf(other, i) >= 0 == (name == "removeAll")) > 0);
                break;
            case ("clear", []):
                items.Clear();
                break;
            default: return null;
        }
        if (items.Count != before) list.Changed();
        return result;
    }

    private static bool IsKnownChange(string name, object?[] arguments) => (name, arguments.Length) is ("add", 1) or ("addAll", 1) or ("remove", 1) or ("clear", 0);

    private static int IndexOf(JavaList list, object? item) => list.Items.FindIndex(i => JavaEquality.AreEqual(item, i, 0));

    private static JavaList Copy(ListKind kind, List<object?> items)
    {
        var copy = new JavaList(kind, items.Count);
        copy.Items.AddRange(items);
        return copy;
    }

    private static bool IsInside(JavaList list, int index, in Call call)
    {
        if (index >= 0 && index < list.Items.Count) return true;
        OutOfBounds(list, index, call);
        return false;
    }

    private static object? OutOfBounds(JavaList list, int index, in Call call) =>
        call.Fail($"The list has {list.Items.Count} elements and none at {index} (java.lang.IndexOutOfBoundsException).");
}
