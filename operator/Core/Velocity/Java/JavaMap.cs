using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>A map in the order of insertion; its keys may be of any type, and null.</summary>
internal sealed class JavaMap(int capacity)
{
    private static readonly object Null = new();
    private readonly OrderedDictionary<object, object?> entries = new(Math.Min(capacity, 1 << 16), JavaEquality.Comparer);

    public int Count => entries.Count;

    /// <summary>Counts the changes of size, so that a loop notices one.</summary>
    public int Version { get; private set; }

    public object? Get(object? key) => entries.TryGetValue(key ?? Null, out var value) ? value : null;

    public bool ContainsKey(object? key) => entries.ContainsKey(key ?? Null);

    public object? Put(object? key, object? value)
    {
        key ??= Null;
        if (entries.TryGetValue(key, out var old))
        {
            entries[key] = value;
            return old;
        }
        entries.Add(key, value);
        Version++;
        return null;
    }

    public object? Remove(object? key)
    {
        if (!entries.Remove(key ?? Null, out var old)) return null;
        Version++;
        return old;
    }

    public void Clear()
    {
        entries.Clear();
        Version++;
    }

    public KeyValuePair<object?, object?> At(int index)
    {
        var (key, value) = entries.GetAt(index);
        return new(key == Null ? null : key, value);
    }

    public JavaList Keys() => View(static (map, i) => map.At(i).Key);

    public JavaList Values() => View(static (map, i) => map.At(i).Value);

    public JavaList Entries() => View(static (map, i) => new JavaEntry(map, map.At(i).Key));

    private JavaList View(Func<JavaMap, int, object?> select)
    {
        var list = new JavaList(ListKind.View, Count, this);
        for (var i = 0; i < Count; i++) list.Items.Add(select(this, i));
        return list;
    }
}

/// <summary>An entry of a map, which can set its value there.</summary>
internal sealed class JavaEntry(JavaMap map, object? key) : IJavaObject
{
    public object? Key { get; } = key;

    public object? Value => map.Get(Key);

    public object? Property(string name, RenderScope scope) => name switch
    {
        "key" or "Key" => Key,
        "value" or "Value" => Value,
        _ => null,
    };

    public void SetProperty(string name, object value, RenderScope scope)
    {
        if (name == "value") map.Put(Key, value);
    }

    public object? Invoke(string name, object?[] arguments, Call call) => (name, arguments.Length) switch
    {
        ("getKey", 0) => Key,
        ("getValue", 0) => Value,
        ("setValue", 1) => map.Put(Key, arguments[0]),
        ("toString", 0) => JavaText.Of(this, call.Scope),
        ("hashCode", 0) => JavaNumbers.Box(JavaEquality.Hash(Key, 0) ^ JavaEquality.Hash(Value, 0)),
        ("equals", 1) => JavaNumbers.Box(arguments[0] is JavaEntry other && JavaEquality.AreEqual(Key, other.Key, 0) && JavaEquality.AreEqual(Value, other.Value, 0)),
        _ => null,
    };

    public void Print(RenderScope scope)
    {
        JavaText.Append(Key ?? "null", scope);
        scope.Output.Append('=');
        JavaText.Append(Value ?? "null", scope);
    }
}
