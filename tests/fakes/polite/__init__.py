"""A plugin with a part in nearly every slot, each as it should be."""
